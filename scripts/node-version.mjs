// Imported first by every command. Written so that an old Node can still read it.
const floor = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < floor[0] || (major === floor[0] && minor < floor[1])) {
  process.stderr.write(
    `Rinnalla needs Node.js ${floor.join('.')} or newer and this is ${process.versions.node}: install a newer one from nodejs.org.\n`,
  );
  process.exit(1);
}
