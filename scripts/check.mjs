#!/usr/bin/env node
/** `npm run check`: what can be said without running the program, in a fraction of `npm test`'s time. */
import { installPackages, requireNode20 } from './install.mjs'
import { runSteps, STATIC_CHECKS } from './steps.mjs'

requireNode20()
installPackages()
process.exitCode = (await runSteps([STATIC_CHECKS])) ? 0 : 1
