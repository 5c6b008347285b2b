import { Injectable } from '@nestjs/common';
import { freshnessDays } from '@rinnalla/shared/catalogue/freshness';
import type { ServiceSearchQuery, ServiceSearchView } from '@rinnalla/shared/catalogue/service-search';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { helsinkiDateOf, startOfDay } from '@rinnalla/shared/kernel/helsinki-time';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { matchedWordsOf } from './matched-words.js';
import { MunicipalityRegister } from './municipality-register.js';
import { queryLooksOf } from './query-words.js';
import { readAs } from './read-as.js';
import { understandQuery, type UnderstoodQuery } from './query-understanding.js';
import { presentServiceCard, type ServiceCardRow } from './service-card.presenter.js';
import { type SearchConditions, serviceSearch } from './service-search.sql.js';

type Dropped = ServiceSearchView['dropped'][number];
type Row = ServiceCardRow & { total: number };

/** Farther than this is no longer a neighbour. */
const nearKm = 70;
/** Pages end here: nobody reads on, and a machine has the export. */
const lastOffset = 500;

/** Finds published services. When nothing meets every condition, it lets go of the place first, then of the time, then of the rest. */
@Injectable()
export class SearchServices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly register: MunicipalityRegister,
  ) {}

  async execute(query: ServiceSearchQuery): Promise<ServiceSearchView> {
    const asked = understandQuery(query.q, this.register);
    const conditions = this.conditionsOf(query, asked);
    const { rows, dropped } = await this.findOrLetGo(conditions);
    const total = rows[0]?.total ?? 0;
    const after = conditions.offset + rows.length;
    const now = this.clock.now();
    const today = helsinkiDateOf(now);
    const matchedIn = matchedWordsOf(asked.words, query.language);
    return {
      items: rows.map((row) =>
        presentServiceCard(row, {
          now,
          today,
          register: this.register,
          from: query.municipality ?? asked.municipality,
          matched: matchedIn(row),
        }),
      ),
      total,
      next: after < total && after < lastOffset ? String(after) : null,
      understood: asked.understood,
      dropped,
      readAs: readAs(asked.words, rows),
    };
  }

  private conditionsOf(query: ServiceSearchQuery, asked: UnderstoodQuery): SearchConditions {
    const now = this.clock.now();
    const today = helsinkiDateOf(now);
    const { looks, fuzzy } = queryLooksOf(asked.words);
    const hasWords = asked.words.length > 0;
    // A place alone is what is asked for; beside other words it only says where to look first.
    const municipality = query.municipality ?? (hasWords ? undefined : asked.municipality);
    const place = municipality ?? asked.municipality;
    return {
      ...query,
      words: hasWords ? { looks, fuzzy, count: asked.words.length } : undefined,
      municipality,
      preferred: municipality ? undefined : this.preferredBy(asked),
      distances: query.sort === 'nearest' && place ? this.register.distancesFrom(place) : undefined,
      today,
      staleBefore: startOfDay(addDays(today, -freshnessDays.stale)),
      offset: Math.min(Number(query.after ?? 0), lastOffset),
    };
  }

  private preferredBy({ municipality, regionCodes }: UnderstoodQuery): SearchConditions['preferred'] {
    if (municipality) {
      const distances = this.register.distancesFrom(municipality);
      return {
        codes: [municipality],
        near: Object.keys(distances).filter((code) => (distances[code] ?? Infinity) <= nearKm),
      };
    }
    return regionCodes.length > 0 ? { codes: regionCodes, near: [] } : undefined;
  }

  private async findOrLetGo(asked: SearchConditions): Promise<{ rows: Row[]; dropped: Dropped[] }> {
    let conditions = asked;
    const dropped: Dropped[] = [];
    let rows = await this.find(conditions);
    for (const letGo of waysToLetGo) {
      if (rows.length > 0 || asked.offset > 0) break;
      const { conditions: fewer, names } = letGo(conditions, this.register);
      if (names.length === 0) continue;
      conditions = fewer;
      dropped.push(...names);
      rows = await this.find(conditions);
    }
    return rows.length > 0 ? { rows, dropped } : { rows, dropped: [] };
  }

  private find(conditions: SearchConditions): Promise<Row[]> {
    const { statement, values } = serviceSearch(conditions);
    return this.database.rows<Row>(statement, values);
  }
}

type LetGo = (
  conditions: SearchConditions,
  register: MunicipalityRegister,
) => { conditions: SearchConditions; names: Dropped[] };

const waysToLetGo: readonly LetGo[] = [
  ({ municipality, ...rest }, register) =>
    municipality
      ? {
          conditions: { ...rest, sort: 'nearest', distances: register.distancesFrom(municipality) },
          names: ['municipality'],
        }
      : { conditions: rest, names: [] },
  (conditions) => ({
    conditions: { ...conditions, freeNow: false, startsBefore: undefined },
    names: [
      ...(conditions.freeNow ? (['freeNow'] as const) : []),
      ...(conditions.startsBefore ? (['startsBefore'] as const) : []),
    ],
  }),
  (conditions) => {
    const hasFilters =
      Boolean(conditions.category ?? conditions.statutoryBasis) ||
      [
        conditions.targetGroups,
        conditions.languages,
        conditions.deliveryModes,
        conditions.support,
        conditions.accessibility,
      ].some((codes) => codes.length > 0);
    const empty = {
      category: undefined,
      statutoryBasis: undefined,
      targetGroups: [],
      languages: [],
      deliveryModes: [],
      support: [],
      accessibility: [],
    };
    return hasFilters
      ? { conditions: { ...conditions, ...empty }, names: ['filters'] }
      : { conditions, names: [] };
  },
];
