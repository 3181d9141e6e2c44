/**
 * Takes pictures of every page in light, dark and at the width of a phone into docs/screenshots,
 * from a stack of its own with the demo data and a few hundred invented people.
 *
 *     npm run screenshots                  all of them
 *     npm run screenshots -- board call    these pages only
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../tests/support/find-chromium.ts'
import { makeTemporaryFolder, startTemporaryStack } from '../tests/support/temporary-stack.ts'
import { runCommand } from './cli/run-command.ts'
import { fillStack } from './screenshots/fill-stack.ts'
import { takePictures } from './screenshots/take-pictures.ts'
import { MOUNTS, SEEDS } from './stack/mounted-parts.ts'
import { PROJECT_ROOT } from './stack/project-root.ts'

const FOLDER = join(PROJECT_ROOT, 'docs', 'screenshots')
/** The demo agent's conversations, which take minutes, take less than a second. */
const SPEED = '240'

await runCommand(async () => {
  process.env['ROLLCALL_DEMO_SPEED'] = SPEED
  const data = makeTemporaryFolder()
  const stack = await startTemporaryStack(data, {
    spa: 'built',
    mounts: MOUNTS,
    seeds: SEEDS,
    report: (line) => console.log(line),
  })
  try {
    console.log('Filling it with people and campaigns …')
    await fillStack(stack)
    const browser = await chromium.launch({
      executablePath: findChromium(process.env),
      args: CHROMIUM_FLAGS,
    })
    mkdirSync(FOLDER, { recursive: true })
    await takePictures(browser, stack, process.argv.slice(2), (name, png) => {
      writeFileSync(join(FOLDER, `${name}.png`), png)
      console.log(`  ${name}.png, ${Math.ceil(png.length / 1_000)} kB`)
    })
    await browser.close()
  } finally {
    await stack.stop()
    data.remove()
  }
}, 'npm run screenshots [-- PICTURE …]')
