import './no-eval.ts'
import '@mantine/core/styles.layer.css'
import '@fontsource-variable/inter/wght.css'
import '../ui/theme/tokens.css'
import '../ui/theme/global.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { AppRoutes } from './app-routes.tsx'
import { App, Appearance } from './app.tsx'
import { loadEnv } from './env.ts'
import { createAppHistory } from './navigation/app-history.ts'
import { sections } from './routes.tsx'
import { startApp } from './start.ts'

const EnvFaultPage = lazy(async () => ({
  default: (await import('./env-fault-page.tsx')).EnvFaultPage,
}))

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element #root')

const env = await loadEnv()
createRoot(container).render(
  <StrictMode>
    {env.ok ? (
      <App {...startApp(env.value)} history={createAppHistory()}>
        <AppRoutes sections={sections} />
      </App>
    ) : (
      <Appearance>
        <Suspense fallback={null}>
          <EnvFaultPage faults={env.error} />
        </Suspense>
      </Appearance>
    )}
  </StrictMode>,
)
