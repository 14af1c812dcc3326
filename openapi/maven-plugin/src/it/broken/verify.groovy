def log = new File(basedir, 'build.log').text
assert log =~ /pets\.yaml:(8|9|10)\b/
assert !log.contains('at dev.pageturner')
assert !new File(basedir, 'target/generated-sources/pageturner').exists()
