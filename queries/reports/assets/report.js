// Comfort only: the page can be read without it.
(function () {
  'use strict';
  function openAll(on) {
    document.querySelectorAll('details').forEach(function (d) { d.open = on; });
  }
  // Opens what the address leads to, where the browser does not do so itself.
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (var e = target; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
    var card = target.closest('details');
    (card || target).scrollIntoView({ block: 'nearest' });
    if (card) target.focus({ preventScroll: true });
  }
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', function () { openAll(true); });
  var place = document.getElementById('tools');
  if (place) {
    var button = document.createElement('button');
    var opened = false;
    button.type = 'button';
    button.textContent = 'Open all cards';
    button.addEventListener('click', function () {
      opened = !opened;
      openAll(opened);
      button.textContent = opened ? 'Close all cards' : 'Open all cards';
    });
    place.appendChild(button);
  }
  if (location.hash) reveal();
})();
