import type { Role } from '@rinnalla/shared/organization/role';
import { type ComponentType, lazy } from 'react';
import {
  IconCalendar,
  IconCalendarChecked,
  IconChat,
  IconEdit,
  IconGroupOfPeople,
  IconListBulleted,
  IconMailReceive,
  IconPerson,
  IconSearch,
} from 'suomifi-icons';
import type { shellTexts } from '../i18n/shell.js';
import { SearchPage } from '../features/catalogue/search-page.js';
import { paths } from '../platform/paths.js';

type NavigationLabel = keyof (typeof shellTexts)['fi']['nav'];

interface Navigation {
  label: NavigationLabel;
  icon: ComponentType<{ 'aria-hidden'?: boolean; className?: string }>;
  /** Whose rail it stands in and in which place; `public` is everyone who is not signed in. */
  order: Partial<Record<Role | 'public', number>>;
  /** What waits there, beside the label. */
  badge?: ComponentType;
}

/** A screen: its address, its code (loaded when it is opened), who may open it, its place in the rail. */
export interface Screen {
  path: string;
  load: () => Promise<{ Component: ComponentType }>;
  /** `member`: signed in and acting for an organization. The server decides; this only chooses the way there. */
  access: 'public' | 'signedIn' | 'member';
  navigation?: Navigation;
}

/** Every screen there is. A rail item exists only with its screen, so no link is dead. */
export const screens: readonly Screen[] = [
  {
    path: paths.signIn,
    access: 'public',
    load: async () => ({ Component: (await import('../features/account/sign-in-page.js')).SignInPage }),
  },
  {
    path: paths.providerReturn,
    access: 'public',
    load: async () => ({
      Component: (await import('../features/account/provider-return-page.js')).ProviderReturnPage,
    }),
  },
  {
    path: paths.forgottenPassword,
    access: 'public',
    load: async () => ({
      Component: (await import('../features/account/forgotten-password-page.js')).ForgottenPasswordPage,
    }),
  },
  {
    path: paths.newPassword,
    access: 'public',
    load: async () => ({
      Component: (await import('../features/account/new-password-page.js')).NewPasswordPage,
    }),
  },
  {
    path: paths.invitation,
    access: 'public',
    load: async () => ({
      Component: (await import('../features/account/invitation-page.js')).InvitationPage,
    }),
  },
  {
    path: paths.account,
    access: 'signedIn',
    load: async () => ({ Component: (await import('../features/account/account-page.js')).AccountPage }),
  },
  {
    path: paths.chooseOrganization,
    access: 'signedIn',
    load: async () => ({
      Component: (await import('../features/account/choose-organization-page.js')).ChooseOrganizationPage,
    }),
  },
  {
    path: paths.services,
    access: 'public',
    // The first screen of most visits: it comes with the frame, not after it.
    load: async () => ({ Component: SearchPage }),
    navigation: {
      label: 'services',
      icon: IconSearch,
      order: {
        public: 1,
        coach: 2,
        coordinator: 2,
        serviceManager: 1,
        providerWorker: 4,
        providerManager: 4,
        dataProtectionOfficer: 1,
        evaluator: 1,
        administrator: 1,
      },
    },
  },
  {
    path: paths.service(':serviceId'),
    access: 'public',
    load: async () => ({ Component: (await import('../features/catalogue/service-page.js')).ServicePage }),
  },
  {
    path: paths.today,
    access: 'member',
    load: async () => ({ Component: (await import('./joined/today-screen.js')).TodayScreen }),
    navigation: { label: 'today', icon: IconCalendarChecked, order: { coach: 1, coordinator: 1 } },
  },
  {
    path: paths.clients,
    access: 'member',
    load: async () => ({ Component: (await import('../features/client/clients-page.js')).ClientsPage }),
    navigation: { label: 'clients', icon: IconPerson, order: { coach: 5, coordinator: 5 } },
  },
  {
    path: paths.client(':clientId'),
    access: 'member',
    load: async () => ({ Component: (await import('./joined/client-screen.js')).ClientScreen }),
  },
  {
    path: paths.clientPrivacy(':clientId'),
    access: 'member',
    load: async () => ({
      Component: (await import('../features/privacy/client-privacy-page.js')).ClientPrivacyPage,
    }),
  },
  {
    path: paths.emergency,
    access: 'member',
    load: async () => ({ Component: (await import('../features/privacy/emergency-page.js')).EmergencyPage }),
  },
  {
    path: paths.people,
    access: 'member',
    load: async () => ({ Component: (await import('../features/organization/people-page.js')).PeoplePage }),
    navigation: { label: 'people', icon: IconGroupOfPeople, order: { serviceManager: 2, administrator: 2 } },
  },
  {
    path: paths.signInService,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/organization/provider-settings-page.js')).ProviderSettingsPage,
    }),
  },
  {
    path: paths.member(':membershipId'),
    access: 'member',
    load: async () => ({ Component: (await import('../features/organization/member-page.js')).MemberPage }),
  },
  {
    path: paths.endMember(':membershipId'),
    access: 'member',
    load: async () => ({
      Component: (await import('../features/organization/end-member-page.js')).EndMemberPage,
    }),
  },
  {
    path: paths.log,
    access: 'member',
    load: async () => ({ Component: (await import('./joined/log-screen.js')).LogScreen }),
    navigation: { label: 'log', icon: IconListBulleted, order: { dataProtectionOfficer: 2 } },
  },
  {
    path: paths.keeping,
    access: 'member',
    load: async () => ({ Component: (await import('../features/privacy/keeping-page.js')).KeepingPage }),
    navigation: {
      label: 'keeping',
      icon: IconCalendar,
      order: { serviceManager: 3, dataProtectionOfficer: 3 },
    },
  },
  {
    path: paths.refer,
    access: 'member',
    load: async () => ({ Component: (await import('./joined/refer-screen.js')).ReferScreen }),
  },
  {
    path: paths.referTo(':serviceId'),
    access: 'member',
    load: async () => ({ Component: (await import('./joined/refer-screen.js')).ReferScreen }),
  },
  {
    path: paths.inbox,
    access: 'member',
    load: async () => ({ Component: (await import('./joined/inbox-screen.js')).InboxScreen }),
    navigation: { label: 'inbox', icon: IconMailReceive, order: { providerWorker: 1, providerManager: 1 } },
  },
  {
    path: paths.referrals,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/referral/worklist/worklist-page.js')).WorklistPage,
    }),
    navigation: {
      label: 'referrals',
      icon: IconListBulleted,
      order: { coach: 3, coordinator: 3, providerWorker: 2, providerManager: 2 },
    },
  },
  {
    path: paths.referral(':referralId'),
    access: 'member',
    load: async () => ({ Component: (await import('./joined/case-screen.js')).CaseScreen }),
  },
  {
    path: paths.ownServices,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/catalogue/editing/own-services-page.js')).OwnServicesPage,
    }),
    navigation: { label: 'ownServices', icon: IconEdit, order: { providerWorker: 3, providerManager: 3 } },
  },
  {
    path: paths.newService,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/catalogue/editing/edit-service-page.js')).NewServicePage,
    }),
  },
  {
    path: paths.editService(':serviceId'),
    access: 'member',
    load: async () => ({
      Component: (await import('../features/catalogue/editing/edit-service-page.js')).EditServicePage,
    }),
  },
  {
    path: paths.messageTemplates,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/messaging/templates/templates-page.js')).TemplatesPage,
    }),
  },
  {
    path: paths.conversations,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/messaging/conversations-page.js')).ConversationsPage,
    }),
    navigation: {
      label: 'conversations',
      icon: IconChat,
      order: { coach: 4, coordinator: 4, providerWorker: 4, providerManager: 4 },
      badge: lazy(async () => ({
        default: (await import('../features/messaging/unread-badge.js')).UnreadBadge,
      })),
    },
  },
  {
    path: paths.notifications,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/notification/notifications-page.js')).NotificationsPage,
    }),
  },
  {
    path: paths.notificationSettings,
    access: 'member',
    load: async () => ({
      Component: (await import('../features/notification/notification-settings-page.js'))
        .NotificationSettingsPage,
    }),
  },
];
