// What is shown where the pointer is: no chart needs it before there is one.
import { TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'

use([TooltipComponent])
