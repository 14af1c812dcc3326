def log = new File(basedir, 'build.log').text
assert log.contains('pets.yaml:13')
assert log.contains('/paths/~1pets/get/responses/200')
assert !log.contains('at dev.pageturner')
assert !new File(basedir, 'target/generated-sources/pageturner').exists()
