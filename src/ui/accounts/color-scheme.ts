/**
 * Runs before the first paint and does what Mantine's ColorSchemeScript does, without the rest of Mantine: the choice
 * kept by the dashboard, else the system's, as the attribute that both Mantine and our own style sheet look at.
 */
export const chooseColorScheme = `try {
  var chosen = localStorage.getItem("mantine-color-scheme-value");
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
} catch (error) {}`;
