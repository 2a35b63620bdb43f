import { createStoryApp } from './vue-app.ts';

createStoryApp().mount('#root');
