/* <switchboard-chart>: draws what its property "chart" says with ApexCharts, which it loads from the address in its attribute "library" when it is first needed. */
(() => {
  if (customElements.get('switchboard-chart')) {
    return;
  }

  let loading;

  function library(address) {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL(address, document.baseURI).href;
      script.addEventListener('load', () => resolve(window.ApexCharts));
      script.addEventListener('error', () => {
        loading = undefined;
        reject(new Error('The charts could not be loaded; their tables are there.'));
      });
      document.head.append(script);
    });
    return loading;
  }

  const still = matchMedia('(prefers-reduced-motion: reduce)');

  class SwitchboardChart extends HTMLElement {
    #chart;
    #drawn;
    #turn = Promise.resolve();

    connectedCallback() {
      // Set before the element was known, a property hides the one of the class.
      if (Object.hasOwn(this, 'chart')) {
        const early = this.chart;
        delete this.chart;
        this.chart = early;
      } else {
        this.#draw();
      }
    }

    disconnectedCallback() {
      this.#drawn?.destroy();
      this.#drawn = undefined;
    }

    get chart() {
      return this.#chart;
    }

    set chart(chart) {
      this.#chart = chart;
      this.#draw();
    }

    /** One after the other: drawing takes turns of the event loop. */
    #draw() {
      this.#turn = this.#turn.then(() => this.#drawNow()).catch((problem) => {
        this.toggleAttribute('failed', true);
        console.debug(problem);
      });
    }

    async #drawNow() {
      if (!this.#chart || !this.isConnected) {
        return;
      }
      const ApexCharts = await library(this.getAttribute('library'));
      const options = this.#options();
      if (!this.isConnected) {
        return;
      }
      if (this.#drawn) {
        await this.#drawn.updateOptions(options, false, false);
      } else {
        this.#drawn = new ApexCharts(this, options);
        await this.#drawn.render();
      }
    }

    #options() {
      const theme = getComputedStyle(this);
      const colour = (name) => theme.getPropertyValue(name).trim() || theme.color;
      const days = this.#chart.kind === 'days';
      const number = (value) => (value == null ? '–' : Number.isInteger(value) ? String(value) : value.toFixed(1));
      const text = { labels: { style: { fontSize: '12px', colors: colour('--muted-text') } } };
      return {
        chart: {
          type: 'bar',
          stacked: this.#chart.series.length > 1,
          height: days ? 220 : 60 + 36 * this.#chart.categories.length,
          fontFamily: 'inherit',
          foreColor: colour('--muted-text'),
          background: 'transparent',
          toolbar: { show: false },
          zoom: { enabled: false },
          selection: { enabled: false },
          animations: { enabled: !still.matches, speed: 250, animateGradually: { enabled: false } },
        },
        series: this.#chart.series.map(({ name, data }) => ({ name, data })),
        colors: this.#chart.series.map((series) => colour(series.colour)),
        plotOptions: { bar: { horizontal: !days, columnWidth: '65%', barHeight: '60%' } },
        dataLabels: { enabled: !days, formatter: number },
        stroke: { show: false },
        grid: { borderColor: colour('--hairline'), show: days },
        legend: { show: this.#chart.series.length > 1, position: 'top', horizontalAlign: 'left' },
        xaxis: { type: days ? 'datetime' : 'category', categories: this.#chart.categories, tooltip: { enabled: false }, labels: { ...text.labels, show: days } },
        yaxis: days ? { min: 0, forceNiceScale: true, labels: { ...text.labels, formatter: number } } : text,
        tooltip: { x: { format: 'd MMM yyyy' }, y: { formatter: number } },
        states: { active: { filter: { type: 'none' } } },
      };
    }
  }

  customElements.define('switchboard-chart', SwitchboardChart);
})();
