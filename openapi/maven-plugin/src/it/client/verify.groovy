def log = new File(basedir, 'build.log').text
assert log.count(' files for pets.yaml') == 2
assert log.count('the client of pets.yaml is up to date') == 1
assert new File(basedir, 'target/classes/it/Main.class').exists()
assert new File(basedir, 'target/generated-sources/pageturner/it/pets').list().length > 0
