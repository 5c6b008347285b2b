import { createHash } from 'node:crypto';
import { csvRecords } from './csv.js';

/** A service of the national register, its rows put together. */
export interface PtvService {
  /** Line of the file on which it stands first. */
  line: number;
  ptvId: string;
  name: string;
  summary: string;
  nationwide: boolean;
  municipalities: string[];
}

/** A row that cannot be taken, and why. */
export interface BadRow {
  line: number;
  id: string;
  reason: string;
}

/** The file is something else altogether. */
export class WrongFile extends Error {}

const wanted = ['ptv_id', 'scope', 'municipality_code', 'name', 'summary'] as const;
type Column = (typeof wanted)[number];

const limits = { name: 100, summary: 500 };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads the rows of `registers/ptv-services.csv` and files like it. A service that stands on several rows is one service of
 * all their municipalities. Throws WrongFile when a column is missing.
 */
export const readPtvServices = (
  text: string,
  knownMunicipalities: ReadonlySet<string>,
): { services: PtvService[]; bad: BadRow[] } => {
  const records = csvRecords(text);
  const header = records.next().value?.cells ?? [];
  const missing = wanted.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new WrongFile(`column ${missing.join(', ')} is missing`);
  const services = new Map<string, PtvService>();
  const bad: BadRow[] = [];
  for (const { line, cells } of records) {
    const at = (column: Column): string => (cells[header.indexOf(column)] ?? '').trim();
    const reason =
      cells.length === header.length
        ? problemOf(at, knownMunicipalities)
        : `has ${cells.length} cells, the heading ${header.length}`;
    if (reason) {
      bad.push({ line, id: at('ptv_id').slice(0, 36), reason });
      continue;
    }
    const id = at('ptv_id').toLowerCase();
    const known = services.get(id);
    const service = known ?? {
      line,
      ptvId: id,
      name: at('name'),
      summary: at('summary'),
      nationwide: false,
      municipalities: [],
    };
    const municipality = at('municipality_code');
    if (municipality === '') service.nationwide = true;
    else if (!service.municipalities.includes(municipality)) service.municipalities.push(municipality);
    if (!known) services.set(id, service);
  }
  return { services: [...services.values()], bad };
};

const problemOf = (
  at: (column: Column) => string,
  knownMunicipalities: ReadonlySet<string>,
): string | undefined => {
  if (!uuid.test(at('ptv_id'))) return 'ptv_id is no identifier of the register';
  if (at('name') === '') return 'name is empty';
  if (at('name').length > limits.name) return `name is longer than ${limits.name} characters`;
  if (at('summary').length > limits.summary) return `summary is longer than ${limits.summary} characters`;
  const municipality = at('municipality_code');
  if (municipality !== '' && !knownMunicipalities.has(municipality))
    return `municipality ${municipality.slice(0, 10)} is not known`;
  if (municipality === '' && at('scope') !== 'kansalliset')
    return 'has neither a municipality nor the whole country';
  return undefined;
};

/** Changes when anything that is shown of the service does. */
export const hashOf = ({ name, summary, nationwide, municipalities }: PtvService): string =>
  createHash('sha256')
    .update(JSON.stringify([2, name, summary, nationwide, municipalities]))
    .digest('hex');
