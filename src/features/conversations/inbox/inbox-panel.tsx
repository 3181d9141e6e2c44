import { useNavigate, useParams, useSearchParams } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { RecipientRecordPanel } from '../recipient-record.tsx'

/** A conversation's panel, beside the inbox. */
export function InboxPanel() {
  const { recipientId = '' } = useParams()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const close = () => {
    const rest = new URLSearchParams(search)
    for (const name of ['part', 'act']) rest.delete(name)
    void navigate({ pathname: paths.inbox(), search: rest.toString() })
  }
  return <RecipientRecordPanel recipientId={recipientId} onClose={close} />
}
