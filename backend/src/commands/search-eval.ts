import { readFileSync } from 'node:fs';
import { serviceSearchQuery } from '@rinnalla/shared/catalogue/service-search';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { meanOf, type Relevance, relevanceOf } from '../features/catalogue/evaluation/relevance.js';
import { MunicipalityRegister } from '../features/catalogue/municipality-register.js';
import { SearchServices } from '../features/catalogue/search-services.js';
import { stableId } from '../features/catalogue/stable-id.js';
import { LogSeal } from '../platform/audit/log-seal.js';
import { Clock } from '../platform/clock/clock.js';
import { appOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { StartRefusal } from '../platform/start-refusal.js';
import { hasDemo } from './load-demo.js';
import { logKeyFor } from './log-key.js';
import { openDatabase } from './open-database.js';
import { runCommand, say } from './run-command.js';
import { dataDirOf } from './start-options.js';

interface GradedQuery {
  id: string;
  query: string;
  lang: 'fi' | 'sv' | 'en';
  type: string;
  relevant: Record<string, number>;
}

/** `npm run search:eval [-- --verbose]`: how well the search finds what people would have chosen, by kind of query. */
await runCommand(async () => {
  const { queries } = JSON.parse(
    readFileSync(new URL(import.meta.resolve('#demo/search-queries.json')), 'utf8'),
  ) as { queries: GradedQuery[] };
  const opened = await openDatabase(process.env, dataDirOf(process.env), () => undefined);
  const dataSource = await new DataSource(
    appOptions(opened.settings.DATABASE_URL, 2, !opened.settings.DATABASE_OWNER_URL),
  ).initialize();
  try {
    await refuseWithoutDemo(opened.ownerUrl);
    const database = new Database(
      dataSource,
      new Clock(),
      new LogSeal(logKeyFor(process.env, dataDirOf(process.env))),
    );
    const search = new SearchServices(database, new Clock(), new MunicipalityRegister());
    const results: { type: string; relevance: Relevance }[] = [];
    for (const { id, query, lang, type, relevant } of queries) {
      const grades = Object.fromEntries(
        Object.entries(relevant).map(([service, grade]) => [stableId(service), grade]),
      );
      const answer = await database.inTransaction({}, () =>
        search.execute(serviceSearchQuery.parse({ q: query, language: lang })),
      );
      const relevance = relevanceOf(
        answer.items.map((item) => item.id),
        grades,
      );
      results.push({ type, relevance });
      if (process.argv.includes('--verbose')) {
        say(`${id} ${line(query, relevance)}`);
        for (const item of answer.items.slice(0, 8))
          say(
            `      ${grades[item.id] ?? 0}  ${item.title.fi ?? item.title.sv}  (${item.organization.name.fi ?? item.organization.name.sv})`,
          );
      }
    }
    say('kind of query'.padEnd(32) + ' nDCG@10  recall@10  MRR   n');
    for (const type of [...new Set(results.map((result) => result.type))].sort()) {
      const of = results.filter((result) => result.type === type);
      say(`${line(type, meanOf(of.map(({ relevance }) => relevance)))}  ${of.length}`);
    }
    say(`${line('all', meanOf(results.map(({ relevance }) => relevance)))}  ${results.length}`);
  } finally {
    await dataSource.destroy();
    await opened.stop();
  }
});

function line(title: string, { ndcg, recall, reciprocalRank }: Relevance): string {
  return `${title.padEnd(32)}  ${ndcg.toFixed(3)}    ${recall.toFixed(3)}     ${reciprocalRank.toFixed(3)}`;
}

async function refuseWithoutDemo(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    if (!(await hasDemo(owner)))
      throw new StartRefusal(
        'The queries are graded against the demonstration, which this database does not have: run npm start once.',
      );
  } finally {
    await owner.end();
  }
}
