const app = document.querySelector('#app');
app.textContent = 'Hello';
app.addEventListener('click', () => app.classList.toggle('is-on'));
