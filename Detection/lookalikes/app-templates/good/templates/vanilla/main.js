document.querySelector('#app').textContent = 'Hello';
