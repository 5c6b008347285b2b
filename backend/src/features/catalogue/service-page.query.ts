import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { OrganizationKind } from '@rinnalla/shared/organization/role';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type OfferingRow, offeringsOf } from './offering-row.js';
import type { ServiceCardRow } from './service-card.presenter.js';
import { contentColumns, type ServiceContentRow } from './service-columns.js';
import { cardColumns, cardTables } from './service-search.sql.js';

export interface ServicePageRow extends ServiceContentRow {
  id: string;
  decision_required: boolean;
  origin: 'local' | 'ptv' | 'demonstration';
  source_id: string | null;
  assured_at: Date | null;
  has_offerings: boolean;
  free_places: number;
  waitlist_open: boolean;
  waitlist_length: number;
  places_updated_at: Date | null;
  usual_answer_days: number | null;
  continuous: boolean;
  start_days: string[];
  organization_id: string;
  organization_name: Localized;
  organization_kind: OrganizationKind;
  organization_description: Localized;
  business_id: string | null;
  website: string | null;
  offerings: OfferingRow[];
}

/** The content's columns of `s`, dates as text. */
export const contentSelected = contentColumns
  .map((column) => (column === 'no_places_until' ? 's.no_places_until::text' : `s.${column}`))
  .join(', ');

const page = statement(
  'service-page',
  `select s.id, ${contentSelected}, s.decision_required, s.origin, s.source_id, s.assured_at, p.has_offerings, p.free_places, p.waitlist_open,
          p.waitlist_length, p.places_updated_at, p.usual_answer_days, p.continuous, p.start_days::text[] as start_days,
          g.id as organization_id, g.name as organization_name, g.kind as organization_kind, g.description as organization_description,
          g.business_id, g.website, ${offeringsOf('s.id')} as offerings
     from published_service p join service s on s.id = p.service_id join organization g on g.id = s.organization_id
    where p.service_id = $1`,
);

const similar = statement(
  'similar-services',
  `with asked as (select category, target_groups, municipalities, nationwide from published_service where service_id = $1),
        chosen as (
          select p.service_id,
                 row_number() over (order by (p.free_places > 0) desc, (p.category is not distinct from asked.category) desc,
                   cardinality(array(select unnest(p.target_groups) intersect select unnest(asked.target_groups))) desc, p.service_id) as position
            from asked join published_service p on p.service_id <> $1 and p.origin <> 'ptv'
             and (p.category = asked.category or p.target_groups && asked.target_groups)
             and (p.nationwide or asked.nationwide or p.municipalities && asked.municipalities)
           order by position limit 6)
   select ${cardColumns} from chosen ${cardTables} order by chosen.position`,
);

const suggestions = statement(
  'search-suggestions',
  `select distinct on (lower(word)) word
     from (select s.title ->> $2 as word, p.free_places from published_service p join service s on s.id = p.service_id where $1 <% p.words
           union all
           select jsonb_array_elements_text(s.keywords -> $2), p.free_places from published_service p join service s on s.id = p.service_id
            where $1 <% p.words and jsonb_typeof(s.keywords -> $2) = 'array') found
    where lower(word) like $3
    order by lower(word) limit 8`,
);

@Injectable()
export class ServicePageQuery {
  constructor(private readonly database: Database) {}

  /** Only what is published has a page. */
  find(serviceId: string): Promise<ServicePageRow | undefined> {
    return this.database.row<ServicePageRow>(page, [serviceId]);
  }

  listSimilar(serviceId: string): Promise<ServiceCardRow[]> {
    return this.database.rows<ServiceCardRow>(similar, [serviceId]);
  }

  /** Titles and keywords in which a word begins like `beginning`. */
  async listSuggestions(plain: string, beginning: string, language: string): Promise<string[]> {
    const like = `%${beginning.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.rows<{ word: string }>(suggestions, [plain, language, like]);
    return rows.map(({ word }) => word);
  }
}
