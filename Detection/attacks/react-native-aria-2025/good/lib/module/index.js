export { useFocus } from './useFocus';
export { useFocusRing } from './useFocusRing';
