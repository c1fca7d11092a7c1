import { useState } from 'react';

export function useFocus() {
  const [isFocused, setFocused] = useState(false);
  return { focusProps: { onFocus: () => setFocused(true), onBlur: () => setFocused(false) }, isFocused };
}
