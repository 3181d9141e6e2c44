import { Link } from 'react-router'
import type { RulesPreview } from '../../../data/frontend/status-rules.ts'
import { paths } from '../../../lib/paths.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { rulesText } from '../../../ui/text/settings-rules.ts'
import { StatusBadge } from '../../../ui/status/status-badge.tsx'
import classes from '../settings.module.css'

/** What other rules would change, on the conversations as they are. */
export function RulesPreviewView({ preview }: { readonly preview: RulesPreview }) {
  return (
    <section aria-label={rulesText.previewTitle}>
      <h2>{rulesText.previewTitle}</h2>
      <p className={classes['muted']}>{rulesText.looked(preview.looked, preview.more)}</p>
      {preview.recipients.length === 0 ? (
        <p>{rulesText.nothing}</p>
      ) : (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>{rulesText.from}</th>
              <th>{rulesText.to}</th>
              <th>{rulesText.count}</th>
              <th>{rulesText.examples}</th>
            </tr>
          </thead>
          <tbody>
            {preview.recipients.map(({ from, to, count, examples }) => (
              <tr key={`${from} ${to}`}>
                <td>
                  <StatusBadge status={from} />
                </td>
                <td>
                  <StatusBadge status={to} />
                </td>
                <td>{formatNumber(count)}</td>
                <td>
                  {examples.map(({ recipientId, name }, index) => (
                    <span key={recipientId}>
                      {index > 0 && ', '}
                      <Link to={paths.conversation(recipientId)}>{name}</Link>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{rulesText.cards(preview.cards.moved, preview.cards.suggested)}</p>
    </section>
  )
}
