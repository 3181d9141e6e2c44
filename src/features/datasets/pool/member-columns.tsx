import { Badge } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Member } from '../../../data/frontend/datasets.ts'
import type { Column } from '../../../ui/table/column.ts'
import { memberText } from '../../../ui/text/datasets.ts'
import { CopyablePhone } from '../../../ui/words/copyable-phone.tsx'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from './pool.module.css'

function Phone({ member }: { readonly member: Member }) {
  const { phone, phoneValid, phoneGiven } = member
  if (phone === null) return phoneGiven === '' ? memberText.noPhone : phoneGiven
  return (
    <span className={classes['phone']}>
      <CopyablePhone phone={phone} />
      {!phoneValid && (
        <span role="img" aria-label={memberText.unsure} title={memberText.unsure}>
          <IconAlertTriangle size={14} aria-hidden className={classes['unsure']} />
        </span>
      )}
    </span>
  )
}

/** The columns of a pool; keys that can be sorted by are the database's. */
export const MEMBER_COLUMNS: readonly Column<Member>[] = [
  {
    key: 'name',
    title: memberText.name,
    sortable: true,
    cell: ({ name, tags }) => (
      <span className={classes['name']}>
        {name}
        {tags.map((tag) => (
          <Badge key={tag} size="sm" variant="default">
            {tag}
          </Badge>
        ))}
      </span>
    ),
  },
  {
    key: 'phone',
    title: memberText.phone,
    width: '190px',
    cell: (member) => <Phone member={member} />,
  },
  {
    key: 'email',
    title: memberText.email,
    width: '17%',
    wideOnly: true,
    cell: ({ email }) => email,
  },
  {
    key: 'postcode',
    title: memberText.postcode,
    width: '100px',
    sortable: true,
    wideOnly: true,
    cell: ({ postcode }) => postcode,
  },
  {
    key: 'location',
    title: memberText.location,
    width: '10%',
    sortable: true,
    wideOnly: true,
    cell: ({ location }) => location,
  },
  {
    key: 'trade',
    title: memberText.trade,
    width: '10%',
    sortable: true,
    wideOnly: true,
    cell: ({ trade }) => trade,
  },
  {
    key: 'created_at',
    title: memberText.added,
    width: '128px',
    align: 'end',
    sortable: true,
    wideOnly: true,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
]
