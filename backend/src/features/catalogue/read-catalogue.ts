import { Injectable } from '@nestjs/common';
import type { catalogueRoutes, MunicipalityView } from '@rinnalla/shared/catalogue/catalogue-routes';
import { categories } from '@rinnalla/shared/catalogue/categories';
import {
  dataRegimes,
  fundingTypes,
  priceUnits,
  provisionTypes,
  reportingDuties,
} from '@rinnalla/shared/catalogue/funding';
import * as practicalities from '@rinnalla/shared/catalogue/practicalities';
import type { PublicServiceView, ServiceCardView } from '@rinnalla/shared/catalogue/service';
import { statutoryBases } from '@rinnalla/shared/catalogue/statutory-bases';
import { targetGroups } from '@rinnalla/shared/catalogue/target-groups';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { MunicipalityRegister } from './municipality-register.js';
import type { MunicipalityRecord } from './registers.js';
import { plainOf } from './search-text.js';
import { type CardCircumstances, presentServiceCard } from './service-card.presenter.js';
import { presentServicePage } from './service-page.presenter.js';
import { ServicePageQuery } from './service-page.query.js';
import { VocabulariesQuery } from './vocabularies.query.js';

type Vocabularies = ResponseOf<typeof catalogueRoutes.vocabularies>;

/** What anybody reads of the catalogue besides the search. */
@Injectable()
export class ReadCatalogue {
  constructor(
    private readonly pages: ServicePageQuery,
    private readonly codes: VocabulariesQuery,
    private readonly register: MunicipalityRegister,
    private readonly clock: Clock,
  ) {}

  async getService(serviceId: string, reader: Actor | undefined): Promise<PublicServiceView> {
    const row = await this.pages.find(serviceId);
    if (!row) throw new Problem('notFound');
    return presentServicePage(row, reader, this.circumstances);
  }

  async listSimilar(serviceId: string): Promise<{ items: ServiceCardView[] }> {
    const rows = await this.pages.listSimilar(serviceId);
    return { items: rows.map((row) => presentServiceCard(row, this.circumstances)) };
  }

  async suggest(query: string, language: Language): Promise<{ items: string[] }> {
    const beginning = query.split(/\s+/).at(-1) ?? '';
    return {
      items:
        beginning.length < 2 ? [] : await this.pages.listSuggestions(plainOf(beginning), beginning, language),
    };
  }

  async vocabularies(): Promise<Vocabularies> {
    return {
      categories: categories.map(({ code, label, serviceClasses }) => ({
        code,
        label,
        serviceClasses: [...serviceClasses],
      })),
      targetGroups: [...targetGroups],
      deliveryModes: [...practicalities.deliveryModes],
      languages: [...practicalities.serviceLanguages],
      languageLevels: [...practicalities.languageLevels],
      interpretationModes: [...practicalities.interpretationModes],
      accessibility: [...practicalities.accessibilityFeatures],
      support: [...practicalities.supportFeatures],
      cards: [...practicalities.workCards],
      groupForms: [...practicalities.groupForms],
      referralModes: [...practicalities.referralModes],
      statutoryBases: [...statutoryBases],
      fundingTypes: [...fundingTypes],
      priceUnits: [...priceUnits],
      dataRegimes: [...dataRegimes],
      reportingDuties: [...reportingDuties],
      provisionTypes: [...provisionTypes],
      serviceClasses: await this.codes.listCodes('serviceClass'),
      lifeEvents: await this.codes.listCodes('lifeEvent'),
    };
  }

  municipalities(): { items: MunicipalityView[] } {
    const collator = new Intl.Collator('fi');
    const items = this.register.all.map((municipality) => this.presentMunicipality(municipality));
    return { items: items.sort((a, b) => collator.compare(a.name.fi, b.name.fi)) };
  }

  private presentMunicipality(municipality: MunicipalityRecord): MunicipalityView {
    const region = this.register.regions.find(({ code }) => code === municipality.region);
    return {
      code: municipality.code,
      name: municipality.name,
      genitiveFi: municipality.genitiveFi,
      locativeFi: municipality.locativeFi,
      directionalFi: municipality.directionalFi,
      locativeSv: municipality.locativeSv,
      latitude: municipality.latitude,
      longitude: municipality.longitude,
      areaCode: municipality.employmentArea,
      region: { code: municipality.region, name: { fi: region?.fi ?? '', sv: region?.sv ?? '' } },
      bilingual: municipality.languages.includes('sv'),
    };
  }

  private get circumstances(): CardCircumstances {
    const now = this.clock.now();
    return { now, today: helsinkiDateOf(now), register: this.register };
  }
}
