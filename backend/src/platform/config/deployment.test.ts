import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { configSchema } from './config.js';

interface Service {
  image?: string;
  user?: string;
  build?: { dockerfile: string };
  environment?: Record<string, string>;
  env_file?: string[];
  healthcheck?: object;
  cap_drop?: string[];
  ports?: string[];
  deploy?: { replicas: number };
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
}

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), 'utf8');

describe('the production shape in docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const { services, secrets, volumes } = parse(text, { merge: true }) as {
    services: Record<string, Service>;
    secrets: Record<string, { file: string }>;
    volumes: Record<string, unknown>;
  };
  const known = Object.keys(configSchema.shape);
  const ours = ['api', 'migrate'].map((name) => services[name]!);

  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rinnalla-secrets-'));
    const script = join(folder, 'make-secrets.sh');
    writeFileSync(script, read('deploy/make-secrets.sh'));
    execFileSync('sh', [script]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What deploy/make-secrets.sh wrote into one of its files. */
  const settingsIn = (file: string): Record<string, string> =>
    parseEnv(readFileSync(join(folder, 'secrets', basename(file)), 'utf8')) as Record<string, string>;
  const namesIn = (file: string): string[] => Object.keys(settingsIn(file));
  const variablesOf = ({ environment = {}, env_file: files = [] }: Service): string[] => [
    ...Object.keys(environment),
    ...files.flatMap(namesIn),
  ];

  it('sets only variables that the configuration knows', () => {
    expect(ours.flatMap(variablesOf).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('sets every variable that the configuration knows, but for three', () => {
    const set = new Set(ours.flatMap(variablesOf));

    // The proxy serves the pages; mails go to a server; and a frozen clock has no place in production.
    expect(known.filter((name) => !set.has(name))).toEqual(['STATIC_DIR', 'MAIL_FOLDER', 'CLOCK']);
  });

  it.each(Object.entries({ api: ['api'], migrate: ['migrate'] }))(
    'gives %s values that the configuration accepts',
    (_, [name]) => {
      const { environment = {} } = services[name!]!;
      const given = Object.fromEntries(
        Object.entries(environment).map(([key, value]) => [key, filledIn(value)]),
      );

      const secret = Object.assign({}, ...(services[name!]!.env_file ?? []).map(settingsIn)) as Record<
        string,
        string
      >;
      expect(
        configSchema.safeParse({
          ...given,
          ...secret,
          DATABASE_URL: 'postgresql://rinnalla_app@postgres/rinnalla',
        }).error,
      ).toBeUndefined();
    },
  );

  it('sends mail to the catcher, unless it is told of a server', () => {
    expect(filledIn(services['api']!.environment!['SMTP_URL']!)).toBe('smtp://mail:1025');
    expect(services['mail']!.image).toMatch(/mailpit/);
  });

  it("keeps the owner's password from the API", () => {
    expect(services['api']!.env_file).toContain('deploy/secrets/api.env');
    expect(variablesOf(services['api']!)).not.toContain('DATABASE_OWNER_URL');
  });

  it('makes secrets that nobody else can reach, and the app signs in as itself', () => {
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
    expect(settingsIn('api.env')['SEALING_KEY']).toMatch(/^[0-9a-f]{64}$/);
    expect(settingsIn('api.env')['DATABASE_URL']).toMatch(
      /^postgresql:\/\/rinnalla_app:[0-9a-f]{48}@postgres:5432\/rinnalla$/,
    );
  });

  it('runs two API processes, started after the migrations', () => {
    expect(services['api']!.deploy).toEqual({ replicas: 2 });
    expect(services['api']!.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  });

  it.each(Object.entries(services))('%s drops all capabilities and is watched', (name, service) => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.healthcheck !== undefined || name === 'migrate').toBe(true);
  });

  it.each(Object.entries(services))('%s does not run as root', (_, { user, build }) => {
    const image = build && read(build.dockerfile);
    // nginx-unprivileged brings a user of its own.
    expect(user ?? image).toMatch(/^(?!root|0)\w+(:\d+)?$|\nUSER node\n|FROM nginxinc\/nginx-unprivileged:/);
  });

  it.each(Object.entries(services))(
    '%s opens ports on this machine alone: TLS ends in front of it',
    (_, { ports = [] }) => {
      expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    },
  );

  it('holds no secret itself, nor does an image', () => {
    const images = ['backend/Dockerfile', 'frontend/Dockerfile'].map(read).join('\n');

    expect(`${text}${images}`).not.toMatch(/:\/\/\w+:[^$@\s]+@|_PASSWORD: (?!_FILE)/);
    expect(Object.values(secrets).map(({ file }) => file)).toEqual(
      Object.values(secrets).map(({ file }) => file.replace(/^.*\//, 'deploy/secrets/')),
    );
    expect(read('.gitignore').split('\n')).toContain('deploy/secrets/');
    expect(read('.dockerignore')).not.toContain('secrets');
  });

  it('keeps the data in a named volume', () => {
    expect(services['postgres']!.volumes).toContain('postgres-data:/var/lib/postgresql');
    expect(volumes).toHaveProperty('postgres-data');
    expect(services['api']!.volumes).toEqual(['files:/files']);
    expect(volumes).toHaveProperty('files');
  });

  it('uses Node 24 in every image that has Node', () => {
    const bases = ['backend/Dockerfile', 'frontend/Dockerfile'].flatMap((path) =>
      [...read(path).matchAll(/^FROM (node:\S+)/gm)].map(([, base]) => base),
    );

    expect(new Set(bases)).toEqual(new Set(['node:24-bookworm-slim']));
  });

  const filledIn = (value: string): string =>
    String(value)
      .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
      .replace(/\$\{PUBLIC_ORIGIN:\?[^}]*\}/, 'https://rinnalla.example');
});
