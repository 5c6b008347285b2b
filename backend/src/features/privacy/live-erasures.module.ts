import { Module } from '@nestjs/common';
import { LiveErasures } from './live-erasures.js';

/** Apart from the rest of privacy, so that what reacts does not change in which order consents that end are followed. */
@Module({ providers: [LiveErasures], exports: [LiveErasures] })
export class LiveErasuresModule {}
