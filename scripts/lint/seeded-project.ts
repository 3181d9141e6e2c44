import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

const PROJECT = resolve(import.meta.dirname, '../..')

const REPORT = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
})

/** Path of a file → the rules it broke, each as `plugin(rule)`; clean files are absent. */
export type LintFindings = ReadonlyMap<string, readonly string[]>

/**
 * Lints the given files (path → text) in a folder of their own, under the project's real
 * configuration. The folder is outside the project, so that neither `.gitignore` hides the seeds
 * nor another lint of the project trips over them.
 */
export async function lintSeeds(files: ReadonlyMap<string, string>): Promise<LintFindings> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-lint-'))
  try {
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
    for (const path of ['.oxlintrc.json', 'tsconfig.json', 'scripts/lint/rollcall-plugin.mjs']) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await cp(join(PROJECT, path), join(folder, path))
    }
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return groupByFile(await runOxlint(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function groupByFile(report: string): LintFindings {
  const findings = new Map<string, string[]>()
  for (const { code, filename } of REPORT.parse(JSON.parse(report)).diagnostics) {
    findings.set(filename, [...(findings.get(filename) ?? []), code])
  }
  return findings
}

function runOxlint(folder: string): Promise<string> {
  const oxlint = join(PROJECT, 'node_modules/oxlint/bin/oxlint')
  return new Promise((fulfil, reject) => {
    execFile(
      process.execPath,
      [oxlint, '--deny-warnings', '--format', 'json'],
      { cwd: folder, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // oxlint ends with 1 when it found something, which is what most seeds are for.
        if (error && error.code !== 1) reject(new Error(stderr || stdout, { cause: error }))
        else fulfil(stdout)
      },
    )
  })
}
