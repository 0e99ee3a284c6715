// Runs before the first paint, so that a dark screen never flashes white and the language of the page is told at once.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('forspring-theme');
    var isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
    if (localStorage.getItem('forspring-language') === 'en') root.lang = 'en';
  } catch {
    // Without storage the page is light and Danish.
  }
})();
