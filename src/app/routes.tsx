import {
  IconBriefcase,
  IconInbox,
  IconLayoutDashboard,
  IconPhone,
  IconRefresh,
  IconSettings,
  IconSpeakerphone,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Needs } from '../data/frontend/dashboard.ts'
import { PATTERNS, paths } from '../lib/paths.ts'
import type { Icon } from '../ui/status/status-look.ts'
import { navText } from '../ui/text/shell.ts'

/** A page: the pattern of its address, and how its code is fetched when it is first visited. */
export type PageRoute = {
  /** One of `PATTERNS` in src/lib/paths.ts. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
  /** What opens beside the page, in its `<Outlet/>`, at addresses that go on from the page's. */
  readonly panels?: readonly PageRoute[]
}

/** A part of the app with an entry in the navigation. */
export type Section = {
  readonly label: string
  readonly icon: Icon
  /** Where the entry leads: the section's first page. */
  readonly href: string
  /** What waits for a person here: the sum stands beside the entry. */
  readonly badge?: readonly (keyof Needs)[]
  readonly pages: readonly PageRoute[]
}

/**
 * The app's pages, in the order of the navigation; the first one is where `/` leads. A feature
 * exports its page component from `src/features/<noun>/<noun>-page.tsx` and gets a line here:
 *
 *     {
 *       label: navText.jobs,
 *       icon: IconBriefcase,
 *       href: paths.jobs(),
 *       pages: [
 *         {
 *           path: PATTERNS.jobs,
 *           load: async () => (await import('../features/jobs/jobs-page.tsx')).JobsPage,
 *         },
 *       ],
 *     },
 *
 * What is not here is not linked to and answers "nothing at this address".
 */
export const sections: readonly Section[] = [
  {
    label: navText.dashboard,
    icon: IconLayoutDashboard,
    href: paths.dashboard(),
    pages: [
      {
        path: PATTERNS.dashboard,
        load: async () => (await import('./dashboard/start-page.tsx')).StartPage,
      },
      {
        path: PATTERNS.behind,
        load: async () => (await import('../features/dashboard/behind/behind-page.tsx')).BehindPage,
      },
    ],
  },
  {
    label: navText.campaigns,
    icon: IconSpeakerphone,
    href: paths.campaigns(),
    badge: ['failed', 'doubtful'],
    pages: [
      {
        path: PATTERNS.campaigns,
        load: async () =>
          (await import('../features/campaigns/list/campaigns-page.tsx')).CampaignsPage,
      },
      {
        path: PATTERNS.newCampaign,
        load: async () =>
          (await import('../features/campaigns/wizard/new-campaign-page.tsx')).NewCampaignPage,
      },
      {
        path: PATTERNS.editCampaign,
        load: async () =>
          (await import('../features/campaigns/wizard/edit-campaign-page.tsx')).EditCampaignPage,
      },
      {
        path: PATTERNS.campaign,
        load: async () =>
          (await import('../features/campaigns/overview/campaign-page.tsx')).CampaignPage,
        panels: [
          {
            path: PATTERNS.campaignRecipient,
            load: async () =>
              (await import('../features/conversations/recipient-panel.tsx')).RecipientPanel,
          },
          {
            path: PATTERNS.campaignDelivery,
            load: async () =>
              (await import('../features/campaigns/overview/delivery-panel.tsx')).DeliveryPanel,
          },
        ],
      },
    ],
  },
  {
    label: navText.jobs,
    icon: IconBriefcase,
    href: paths.jobs(),
    badge: ['interested', 'suggested', 'followUps'],
    pages: [
      {
        path: PATTERNS.jobs,
        load: async () => (await import('../features/jobs/list/jobs-page.tsx')).JobsPage,
      },
      {
        path: PATTERNS.job,
        load: async () => (await import('../features/jobs/page/job-page.tsx')).JobPage,
        panels: [
          {
            path: PATTERNS.candidate,
            load: async () =>
              (await import('../features/conversations/candidate-panel.tsx')).CandidatePanel,
          },
        ],
      },
    ],
  },
  {
    label: navText.inbox,
    icon: IconInbox,
    href: paths.inbox(),
    badge: ['waiting'],
    pages: [
      {
        path: PATTERNS.inbox,
        load: async () =>
          (await import('../features/conversations/inbox/inbox-page.tsx')).InboxPage,
        panels: [
          {
            path: PATTERNS.conversation,
            load: async () =>
              (await import('../features/conversations/inbox/inbox-panel.tsx')).InboxPanel,
          },
        ],
      },
    ],
  },
  {
    label: navText.calls,
    icon: IconPhone,
    href: paths.calls(),
    pages: [
      {
        path: PATTERNS.calls,
        load: async () =>
          (await import('../features/conversations/calls/calls-page.tsx')).CallsPage,
        panels: [
          {
            path: PATTERNS.call,
            load: async () =>
              (await import('../features/conversations/calls/call-panel.tsx')).CallPanel,
          },
        ],
      },
    ],
  },
  {
    label: navText.people,
    icon: IconUser,
    href: paths.people(),
    pages: [
      {
        path: PATTERNS.people,
        load: async () => (await import('../features/people/list/people-page.tsx')).PeoplePage,
      },
      {
        path: PATTERNS.duplicates,
        load: async () =>
          (await import('../features/people/duplicates/duplicates-page.tsx')).DuplicatesPage,
      },
      {
        path: PATTERNS.person,
        load: async () => (await import('../features/people/person/person-page.tsx')).PersonPage,
      },
    ],
  },
  {
    label: navText.datasets,
    icon: IconUsersGroup,
    href: paths.datasets(),
    pages: [
      {
        path: PATTERNS.datasets,
        load: async () =>
          (await import('../features/datasets/list/datasets-page.tsx')).DatasetsPage,
      },
      {
        path: PATTERNS.importDataset,
        load: async () => (await import('../features/datasets/import/import-page.tsx')).ImportPage,
      },
      {
        path: PATTERNS.dataset,
        load: async () => (await import('../features/datasets/pool/dataset-page.tsx')).DatasetPage,
      },
    ],
  },
  {
    label: navText.sync,
    icon: IconRefresh,
    href: paths.sync(),
    badge: ['unmatched'],
    pages: [
      {
        path: PATTERNS.sync,
        load: async () => (await import('../features/sync/sync-page.tsx')).SyncPage,
      },
    ],
  },
  {
    label: navText.settings,
    icon: IconSettings,
    href: paths.settings(),
    pages: [PATTERNS.settings, PATTERNS.settingsPart].map((path) => ({
      path,
      load: async () => (await import('../features/settings/settings-page.tsx')).SettingsPage,
    })),
  },
]
