import { Module } from '@nestjs/common';
import { AppointSubstitute } from './appoint-substitute.js';
import { ChangeOrganization } from './change-organization.js';
import { EndSubstitution } from './end-substitution.js';
import { OrganizationController } from './organization.controller.js';
import { OrganizationQuery } from './organization.query.js';
import { PeopleQuery } from './people.query.js';
import { ReadOrganization } from './read-organization.js';
import { SubstitutionRepository } from './substitution.repository.js';

@Module({
  controllers: [OrganizationController],
  providers: [
    AppointSubstitute,
    ChangeOrganization,
    EndSubstitution,
    OrganizationQuery,
    PeopleQuery,
    ReadOrganization,
    SubstitutionRepository,
  ],
})
export class OrganizationModule {}
