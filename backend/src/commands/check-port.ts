import { createServer } from 'node:net';
import { StartRefusal } from '../platform/start-refusal.js';

/** Refuses before anything else is started when the website's port cannot be had. */
export function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(error, port, host)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** A sentence for what the operating system refused; anything else as it is. */
export function portRefusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const another = `choose another with npm start -- --port ${port < 65535 ? port + 1 : 3000}`;
  if (error.code === 'EADDRINUSE')
    return new StartRefusal(`Port ${port} is taken by another program: ${another}.`);
  if (error.code === 'EACCES')
    return new StartRefusal(`Port ${port} is reserved for the system: ${another}.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartRefusal(`This machine has no address ${host}: set HOST to one that it has.`);
  return error;
}
