#!/usr/bin/env node
/**
 * `npm test` on a machine with nothing but Node 20 or later and npm: installs what is missing, then
 * runs every check and every test. The last line says how many passed and failed.
 */
import { installPackages, requireNode20 } from './install.mjs'
import { ALL_STEPS, runSteps } from './steps.mjs'

requireNode20()
installPackages()
process.exitCode = (await runSteps(ALL_STEPS)) ? 0 : 1
