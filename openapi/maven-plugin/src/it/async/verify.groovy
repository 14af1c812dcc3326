assert new File(basedir, 'target/classes/it/Main.class').exists()
assert new File(basedir, 'target/pets/it/pets').list().length > 0
