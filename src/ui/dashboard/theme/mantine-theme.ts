import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Greys with a trace of the accent's hue, so that neither looks foreign beside the other. */
const gray: MantineColorsTuple = [
  "#f9fbfb",
  "#f2f5f5",
  "#e7eaea",
  "#d9dddd",
  "#c6cccb",
  "#a2a9a9",
  "#707776",
  "#555d5c",
  "#373f3e",
  "#192120",
];

const dark: MantineColorsTuple = [
  "#e1eaea",
  "#b7c0c0",
  "#a3abac",
  "#7b8384",
  "#3d4444",
  "#303737",
  "#222828",
  "#151b1b",
  "#0d1313",
  "#070c0d",
];

/** The product's own accent; a business's colour belongs to its booking page. */
const teal: MantineColorsTuple = [
  "#eff9f4",
  "#d9f0e6",
  "#b7e1d0",
  "#90cbb4",
  "#6bb499",
  "#4e9e82",
  "#38876c",
  "#256f57",
  "#1b5a45",
  "#144435",
];

/** Amber and red whose dark ends are readable as text on their own tints. */
const yellow: MantineColorsTuple = [
  "#fdf1dc",
  "#fae6c0",
  "#f5d190",
  "#f0bd6b",
  "#e3a443",
  "#cc8a1e",
  "#ad7010",
  "#8f5a06",
  "#855000",
  "#6e4200",
];

const red: MantineColorsTuple = [
  "#fdebe9",
  "#fbd8d5",
  "#f7b9b3",
  "#ffb4ab",
  "#ec7b71",
  "#de5449",
  "#cc3b30",
  "#b3261e",
  "#9c1f18",
  "#861812",
];

/** The families that the root layout brings (`src/app/fonts.ts`), then the system's. */
const sansSerif =
  'var(--font-latin-extended), var(--font-latin), system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';

/** Sizes 12, 14, 16, 20, 28, 36; body 14; radius 8 for controls and 12 for cards. */
export const dashboardTheme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 7 },
  colors: { gray, dark, teal, yellow, red },
  black: "#192120",
  fontFamily: sansSerif,
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.5", md: "1.5", lg: "1.5", xl: "1.4" },
  radius: { xs: "4px", sm: "8px", md: "8px", lg: "12px", xl: "16px" },
  defaultRadius: "sm",
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.25rem", lineHeight: "1.2" },
      h2: { fontSize: "1rem", lineHeight: "1.2" },
      h3: { fontSize: "0.875rem", lineHeight: "1.2" },
    },
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Skeleton: { styles: { root: { "--skeleton-color": "var(--sk-line)" } } },
    InputWrapper: { styles: { label: { marginBlockEnd: 4 }, description: { marginBlockEnd: 2 } } },
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    Drawer: {
      defaultProps: {
        position: "right",
        padding: 0,
        transitionProps: { duration: 160 },
        overlayProps: { backgroundOpacity: 0.25 },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: "lg",
        transitionProps: { duration: 140 },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    // It is a `header`, which outside of an article is the banner of the whole page: there is one already.
    ModalHeader: { defaultProps: { role: "presentation" } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Select: { defaultProps: { checkIconPosition: "right", allowDeselect: false } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
  },
});

/** What Mantine's own variables leave below 4.5:1 on our greys. */
export const readableVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#5a6261",
    "--mantine-color-placeholder": "#6b7372",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#d9dddd",
    "--mantine-color-body": "#ffffff",
  },
  dark: {
    "--mantine-color-dimmed": "#a9b2b2",
    "--mantine-color-placeholder": "#98a1a1",
    "--mantine-color-error": "#ffb4ab",
    "--mantine-color-body": "#151b1b",
    "--mantine-color-default": "#1b2222",
    "--mantine-color-anchor": "#90cbb4",
  },
});
