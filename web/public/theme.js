// SPDX-License-Identifier: Apache-2.0
// Runs before the first paint, so that a remembered theme does not flash the other one.
// It is a file because the content security policy allows no inline script.
try {
  const theme = localStorage.getItem('peertest.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked; then the system's preference counts.
}
