const operations = [...document.querySelectorAll('.operation')];
const texts = operations.map(each => each.textContent.toLowerCase());
const chips = [...document.querySelectorAll('.chip')];
const search = document.getElementById('search');
const sure = document.getElementById('sure');

function show() {
  const styles = new Set(
      chips.filter(chip => chip.ariaPressed === 'true').map(chip => chip.dataset.style));
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  const least = Number(sure.value);
  let shown = 0;
  operations.forEach((operation, i) => {
    const fits = styles.has(operation.dataset.style)
        && (operation.dataset.style === 'none' || Number(operation.dataset.sure) >= least)
        && words.every(word => texts[i].includes(word));
    operation.hidden = !fits;
    shown += fits ? 1 : 0;
  });
  document.getElementById('least').value = least;
  document.getElementById('count').textContent =
      `${shown} shown of ${operations.length}. Open one for its evidence.`;
  document.body.dataset.shown = shown;
}

chips.forEach(chip => chip.addEventListener('click', () => {
  chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true';
  show();
}));
search.addEventListener('input', show);
sure.addEventListener('input', show);
if (location.hash) {
  search.value = decodeURIComponent(location.hash.slice(1));
}
show();
const found = operations.find(each => !each.hidden);
if (location.hash && found) {
  found.open = true;
}
