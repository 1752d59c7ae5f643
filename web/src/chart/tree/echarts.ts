// Only dashboards with data set trees load these parts of ECharts.
import { RadarChart } from 'echarts/charts'
import { MarkLineComponent, RadarComponent } from 'echarts/components'
import { use } from 'echarts/core'

use([RadarChart, RadarComponent, MarkLineComponent])
