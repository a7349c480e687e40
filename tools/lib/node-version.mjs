// Imported first by every entry: it is evaluated before its siblings, so an old Node hears one sentence instead
// of a stack. For that to work everything under tools/ must still *parse and link* on Node 14: no top-level
// await, no `??=`, and from Node's own modules only names that already existed then.
const wanted = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  process.stderr.write(
    `Portico needs Node ${wanted.join('.')} or newer, and this is Node ${process.versions.node}: ` +
      'install a current Node (22 or newer is best), then run the same command again.\n',
  );
  process.exit(1);
}
