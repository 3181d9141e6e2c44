// Runs before the first paint, so that a dark page never flashes white. A file of its own, because
// the content security policy allows no script inside the page. The keys are named in
// src/app/app.tsx and src/ui/theme/density.ts.
{
  let chosen = 'auto'
  let density = 'comfortable'
  try {
    chosen = localStorage.getItem('rollcall-appearance') ?? 'auto'
    density = localStorage.getItem('rollcall-density') ?? 'comfortable'
  } catch {
    // Storage may be forbidden; then the system decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  document.documentElement.dataset.density = density
}
