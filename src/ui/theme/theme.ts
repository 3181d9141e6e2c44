import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core'

const ACCENT: MantineColorsTuple = [
  '#eef1ff',
  '#dfe5ff',
  '#bdc9ff',
  '#a0b2ff',
  '#8ea3ff',
  '#5a74e6',
  '#3a55cf',
  '#3047b3',
  '#283b94',
  '#1f2e73',
]

const GRAY: MantineColorsTuple = [
  '#f8f8f9',
  '#f0f0f2',
  '#e6e6ea',
  '#d8d9de',
  '#c1c3ca',
  '#9fa1ab',
  '#83868f',
  '#5c5e68',
  '#3a3c44',
  '#1b1c20',
]

const DARK: MantineColorsTuple = [
  '#e8e8eb',
  '#c6c8d0',
  '#a3a5ae',
  '#757884',
  '#3d4048',
  '#2d2f36',
  '#1f2024',
  '#17181b',
  '#111214',
  '#0b0c0d',
]

// A light alert writes in the shade 6 (3 in dark) on a tenth of it.
const AMBER: MantineColorsTuple = [
  '#fdf6e6',
  '#fdefd2',
  '#fadfa6',
  '#f5c76b',
  '#e0a637',
  '#b97500',
  '#774700',
  '#774700',
  '#5f3900',
  '#3a2c10',
]

type Sized = { readonly size?: string | number }

/**
 * Mantine's theme: 14 px base, 4/8 px grid, controls 32 px high, one accent. What isn't
 * Mantine's to know (surfaces, tones, durations) is in `tokens.css`.
 */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: 'var(--rc-font)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  colors: { accent: ACCENT, amber: AMBER, gray: GRAY, dark: DARK },
  primaryColor: 'accent',
  primaryShade: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects, not `Button.extend`: naming a component here would put it into the first load.
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: Sized) =>
        props.size === 'sm' ? { root: { '--button-height': 'var(--rc-control)' } } : { root: {} },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'var(--rc-control)' } },
    Input: {
      vars: (_theme: unknown, { size = 'sm' }: Sized) => ({
        wrapper: {
          '--input-bd': 'var(--rc-line-strong)',
          ...(size === 'sm' ? { '--input-height': 'var(--rc-control)', '--input-fz': '14px' } : {}),
        },
      }),
    },
    // Mantine's 11 px is too small to read an advice in.
    InputWrapper: {
      vars: () => ({
        description: { '--input-description-size': '12px' },
        error: { '--input-error-size': '12px' },
      }),
    },
    Badge: { defaultProps: { tt: 'none' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 150 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 150 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 120 } } },
  },
})
