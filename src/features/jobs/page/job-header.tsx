import { Button } from '@mantine/core'
import { IconPencil, IconPlus, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Job } from '../../../data/frontend/jobs.ts'
import { paths } from '../../../lib/paths.ts'
import { WaitingMark } from '../../../ui/offline/waiting-mark.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { jobPageText } from '../../../ui/text/jobs.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import type { Icon } from '../../../ui/status/status-look.ts'
import { JobStateBadge } from '../job-state-badge.tsx'
import classes from './job-page.module.css'

type LesserButtonProps = {
  readonly icon: Icon
  readonly label: string
  readonly onClick: () => void
}

/** A button beside the primary one; on a phone its icon is all there is room for. */
function LesserButton({ icon: ButtonIcon, label, onClick }: LesserButtonProps) {
  return (
    <Button variant="default" className={classes['lesser']} aria-label={label} onClick={onClick}>
      <ButtonIcon size={16} aria-hidden />
      <span className={classes['lesserLabel']}>{label}</span>
    </Button>
  )
}

type JobHeaderProps = {
  readonly job: Job
  readonly onEdit: () => void
  readonly onAdd: () => void
  readonly children: ReactNode
}

/** What the job is, and what can be done with it. */
export function JobHeader({ job, onEdit, onAdd, children }: JobHeaderProps) {
  const { canWrite } = useViewer()
  return (
    <PageHeader
      title={job.title}
      back={{ label: jobPageText.jobs, href: paths.jobs() }}
      detail={
        <>
          <JobStateBadge state={job.state} />
          <WaitingMark subjectId={job.id} />
          {job.company !== '' && <span>{job.company}</span>}
          {job.location !== '' && <span>{job.location}</span>}
        </>
      }
      secondary={
        canWrite && (
          <>
            <LesserButton icon={IconPencil} label={jobPageText.edit} onClick={onEdit} />
            <LesserButton icon={IconUserPlus} label={jobPageText.addCandidate} onClick={onAdd} />
          </>
        )
      }
      action={canWrite && <NewCampaignButton jobId={job.id} />}
    >
      {children}
    </PageHeader>
  )
}

/** Starts a campaign with this job chosen. */
export function NewCampaignButton({ jobId }: { readonly jobId: string }) {
  return (
    <Button
      component={Link}
      to={paths.newCampaign({ job: jobId })}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {jobPageText.newCampaign}
    </Button>
  )
}
