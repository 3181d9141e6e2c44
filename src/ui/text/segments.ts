import { peopleText } from './people.ts'
import { countOf } from './plural.ts'

type Filter = {
  readonly search: string
  readonly tag: string
  readonly place: '' | keyof typeof peopleText.places
}

/** Saved segments of the list of people. */
export const segmentText = {
  menu: 'Segments',
  mine: 'Only mine',
  shared: 'Of the office',
  none: 'No segments yet. Search or filter, then save it under a name.',
  noneReadOnly: 'No segments yet.',
  save: 'Save this search as a segment',
  update: (name: string) => `Save the changes to “${name}”`,
  edit: 'Rename or share',
  delete: 'Delete this segment',
  startCampaign: 'Start a campaign',
  shown: (name: string) => `Segment “${name}”`,
  changed: (name: string) => `Segment “${name}”, changed`,
  gone: 'That segment is not there any more, or not shared with you. You see everybody.',
  titleNew: 'Save as a segment',
  titleEdit: 'Edit segment',
  name: 'Name',
  nameHint: '“Gas fitters in Leeds”',
  nameMissing: 'Give the segment a name.',
  share: 'For the whole office',
  shareHint: 'Colleagues can open, rename and delete it. Otherwise only you see it.',
  office: 'Office',
  asked: 'It asks for',
  /** “plumber” · Tag: gas · Known from: A board */
  filter: ({ search, tag, place }: Filter) =>
    [
      search === '' ? '' : `“${search}”`,
      tag === '' ? '' : `${peopleText.tag}: ${tag}`,
      place === '' ? '' : `${peopleText.place}: ${peopleText.places[place]}`,
    ]
      .filter(Boolean)
      .join(' · '),
  fresh: 'Whom it finds is looked up anew each time it is opened.',
  submit: 'Save segment',
  saved: (name: string) => `“${name}” is saved`,
  deleted: (name: string) => `Deleted the segment “${name}”`,
  notSaved: 'The segment was not saved',
  notDeleted: 'The segment was not deleted',
  notRead: 'Your segments could not be read',
} as const

/** Segments as a part of a campaign's audience. */
export const segmentAudienceText = {
  title: 'Segments of people',
  advice: 'Everybody the segment finds when you launch. Pools and boards are not needed for it.',
  none: 'No segments yet. Search or filter the people of this office, then save it under a name.',
  openPeople: 'Open People',
  colleagues: 'A colleague’s own segment',
  gone: 'A segment that is not there any more',
  goneAdvice: 'Take it out, or choose another.',
  size: (count: number) => countOf(count, 'person', 'people'),
  begins: (name: string) => `The audience begins with the segment “${name}”.`,
  inWords: (count: number) => countOf(count, 'segment', 'segments'),
} as const
