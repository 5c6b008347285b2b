import { config, z } from 'zod/v4';

// Zod compiles schemas with `new Function`, which our Content-Security-Policy refuses. Objects decide this when they
// are made, so the build resolves `zod` to this module: it is told before any schema exists.
config({ jitless: true });

export { z };
