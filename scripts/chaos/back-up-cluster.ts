/** A true backup of a running cluster, as pg_basebackup makes it, by PostgreSQL's own low-level calls. */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClusterAccess, connectAsSuperuser } from '../stack/bootstrap.ts'
import { copyLiveFolder, takeAfter } from './copy-live-folder.ts'
import { sturdyClient } from './sturdy-client.ts'

/** Of a server, not of its data. */
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts']
/** A busy machine copies 50 MB in half a minute. */
const PATIENCE_MS = 60_000

/** All that the copy needs is in it; until it was played back, nobody gets in. */
const RECOVERY = "restore_command = 'false'\nhot_standby = off\n"

/**
 * Copies the cluster while everybody goes on writing; the copy holds what was committed by the end.
 *
 * @throws where the server died meanwhile: there is no backup then
 */
export async function backUpCluster(
  cluster: ClusterAccess,
  clusterDir: string,
  copyDir: string,
): Promise<void> {
  // Of one connection: a backup starts and stops in one session.
  const client = sturdyClient(() => connectAsSuperuser(cluster), PATIENCE_MS)
  rmSync(copyDir, { recursive: true, force: true })
  const done = await client.attempt(async (sql) => {
    await sql`select pg_backup_start('storm', true)`
    await copyLiveFolder(clusterDir, copyDir)
    const [stopped] = await sql`select labelfile from pg_backup_stop(false)`
    const label = join(copyDir, 'backup_label')
    writeFileSync(label, String(stopped?.['labelfile']))
    await takeAfter(join(copyDir, 'PG_VERSION'), label)
    // What was written meanwhile is in the log; recovery replays it.
    await copyLiveFolder(join(clusterDir, 'pg_wal'), join(copyDir, 'pg_wal'))
    for (const name of LEFT_OUT) rmSync(join(copyDir, name), { force: true })
    // Played back as a backup is, not as after a crash: it begins a line of history of its own.
    const signal = join(copyDir, 'recovery.signal')
    writeFileSync(signal, '')
    await takeAfter(label, signal)
    appendFileSync(join(copyDir, 'postgresql.auto.conf'), RECOVERY)
    return true
  })
  await client.end()
  if (done !== true) throw new Error('The server died while it was copied.')
}
