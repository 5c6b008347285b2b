import { Module } from '@nestjs/common';
import { AppointSubstitute } from './appoint-substitute.js';
import { ChangeOrganization } from './change-organization.js';
import { EndSubstitution } from './end-substitution.js';
import { OrganizationController } from './organization.controller.js';
import { OrganizationQuery } from './organization.query.js';
import { PasswordStrategy } from './password.strategy.js';
import { PeopleQuery } from './people.query.js';
import { ReadOrganization } from './read-organization.js';
import { SessionController } from './session.controller.js';
import { SessionKeeper } from './session-keeper.js';
import { SessionQuery } from './session.query.js';
import { SignIn } from './sign-in.js';
import { SubstitutionRepository } from './substitution.repository.js';

@Module({
  controllers: [SessionController, OrganizationController],
  providers: [
    AppointSubstitute,
    ChangeOrganization,
    EndSubstitution,
    OrganizationQuery,
    PasswordStrategy,
    PeopleQuery,
    ReadOrganization,
    SessionKeeper,
    SessionQuery,
    SignIn,
    SubstitutionRepository,
  ],
})
export class OrganizationModule {}
