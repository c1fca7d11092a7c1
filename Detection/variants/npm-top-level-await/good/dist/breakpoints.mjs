export const breakpoints = {
  xl: "(min-width: 1280px)",
  lg: "(min-width: 1024px)",
  md: "(min-width: 768px)",
  sm: "(min-width: 640px)",
};
