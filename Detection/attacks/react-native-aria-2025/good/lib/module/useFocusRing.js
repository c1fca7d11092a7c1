import { useFocus } from './useFocus';

export function useFocusRing() {
  const { isFocused, focusProps } = useFocus();
  return { focusProps, isFocusVisible: isFocused };
}
